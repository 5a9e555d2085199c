/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers for distinct words while an index is made, in the order in which they first come. */
#ifndef INDEX_DICTIONARY_H
#define INDEX_DICTIONARY_H

#include "model/catalogue.h"

struct dictionary_word
{
    uint32_t offset; /* in bytes of the dictionary */
    uint32_t hash;
    uint16_t length;
    uint8_t language;
    uint8_t spare;
};

struct dictionary
{
    struct dictionary_word *words;
    size_t count;
    size_t capacity;
    char *bytes;
    size_t size;
    size_t room;
    uint32_t *places; /* word + 1, or 0; a power of two of them, at most half of them taken */
    size_t place_count;
    uint64_t seed;
};

/*
 * A number out of all texts of a catalogue. Dictionaries are seeded with it, so that nobody can write
 * words that all go to one place without changing what that place is.
 */
uint64_t dictionary_seed(const struct intv_catalogue *catalogue);

/* The number of a word of at most 65535 bytes, new or not. NO_MEMORY, or LIMIT. */
enum intv_status dictionary_add(struct dictionary *dictionary, unsigned language, struct text word,
                                uint32_t *number);

/* INTV_NONE when it has no number. */
uint32_t dictionary_find(const struct dictionary *dictionary, unsigned language, struct text word);

/* Valid until a word is added. */
static inline struct text
dictionary_text(const struct dictionary *dictionary, uint32_t number)
{
    const struct dictionary_word *word = &dictionary->words[number];
    return (struct text){dictionary->bytes + word->offset, word->length};
}

/* All numbers, sorted by language, then by bytes; to be freed with memory_free(). NULL: no memory. */
uint32_t *dictionary_sort(const struct dictionary *dictionary);

void dictionary_free(struct dictionary *dictionary);

#endif
