/* SPDX-License-Identifier: EUPL-1.2 */
/* Runs of plain bytes: how far printable ASCII goes on, eight bytes at a time. */
#ifndef READ_PLAIN_H
#define READ_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool plain_is_printable(unsigned char byte);

/* The length of the printable ASCII before `stop`. */
size_t plain_before(unsigned char stop, const unsigned char *bytes, size_t size);

/* The length of the printable ASCII that means nothing in a tag outside quotes. */
size_t plain_in_tag(const unsigned char *bytes, size_t size);

#endif
