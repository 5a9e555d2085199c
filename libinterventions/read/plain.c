/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/plain.h"

#define IN_ALL_BYTES(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes, the first of them lowest. */
static inline uint64_t
load_eight(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* Sets the high bit of each byte that is a control, DEL, beyond ASCII, or `stop`, and no other.
 * No byte borrows from the next: its high bit is set before the subtraction, and lost by it. */
static inline uint64_t
mark_stops(uint64_t eight, uint64_t stop)
{
    const uint64_t high = IN_ALL_BYTES(0x80);
    const uint64_t one = IN_ALL_BYTES(0x01);
    const uint64_t kept = ((eight | high) - IN_ALL_BYTES(0x20)) &
                          (((eight ^ IN_ALL_BYTES(0x7F)) | high) - one) &
                          (((eight ^ stop) | high) - one);

    return (eight | ~kept) & high;
}

/* How many bytes stand before the first that is marked; there is one. */
static inline size_t
bytes_before_mark(uint64_t marks)
{
    /* a one in each byte up to and with the marked one; then their sum in the lowest */
    uint64_t below = (marks - 1) & ~marks & IN_ALL_BYTES(0x01);

    below += below >> 32;
    below += below >> 16;
    below += below >> 8;
    return (size_t)(below & 0xFF) - 1;
}

bool
plain_is_printable(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* The length of the printable ASCII before `stop`. */
size_t
plain_before(unsigned char stop, const unsigned char *bytes, size_t size)
{
    const uint64_t stops = IN_ALL_BYTES((uint64_t)stop);
    size_t length = 0;

    for (; size - length >= 8; length += 8) {
        const uint64_t marks = mark_stops(load_eight(bytes + length), stops);
        if (marks != 0)
            return length + bytes_before_mark(marks);
    }
    while (length < size && plain_is_printable(bytes[length]) && bytes[length] != stop)
        length++;
    return length;
}

/* The length of the printable ASCII that means nothing in a tag outside quotes. */
size_t
plain_in_tag(const unsigned char *bytes, size_t size)
{
#define BIT(c) (UINT64_C(1) << ((c)&63))
    static const uint64_t plain[4] = {~(uint64_t)UINT32_MAX &
                                          ~(BIT('"') | BIT('\'') | BIT('/') | BIT('=') | BIT('>')),
                                      ~BIT(0x7F), 0, 0};
    size_t length = 0;

    while (length < size && (plain[bytes[length] >> 6] & BIT(bytes[length])) != 0)
        length++;
    return length;
#undef BIT
}
