/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/dictionary.h"

#include <stdlib.h>

#include "base/memory.h"

enum
{
    FEWEST_PLACES = 1024
};

/* Two odd numbers without pattern: the fractions of the golden ratio and of the square root of 3. */
static const uint64_t MIX_ONE = UINT64_C(0x9E3779B97F4A7C15);
static const uint64_t MIX_TWO = UINT64_C(0xBB67AE8584CAA73B);

static uint64_t
mix(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * MIX_ONE;
    hash = (hash ^ hash >> 32) * MIX_TWO;
    return hash ^ hash >> 29;
}

static uint64_t
hash_text(uint64_t seed, struct text text)
{
    uint64_t hash = seed ^ text.length * MIX_TWO;
    size_t i = 0;
    for (; i + 8 <= text.length; i += 8) {
        uint64_t word;
        memcpy(&word, text.bytes + i, sizeof(word));
        hash = mix(hash, word);
    }
    uint64_t rest = 0;
    for (unsigned shift = 0; i < text.length; i++, shift += 8)
        rest |= (uint64_t)(unsigned char)text.bytes[i] << shift;
    return mix(hash, rest);
}

uint64_t
dictionary_seed(const struct intv_catalogue *catalogue)
{
    const size_t size = (size_t)catalogue->header->sections[SECTION_POOL].count;
    return hash_text(MIX_ONE, (struct text){catalogue->pool, size});
}

static uint32_t
hash_word(const struct dictionary *dictionary, unsigned language, struct text word)
{
    const uint64_t hash = hash_text(dictionary->seed + language * MIX_ONE, word);
    return (uint32_t)(hash ^ hash >> 32);
}

/* The place of a word, or the free one where it would go. */
static size_t
find_place(const struct dictionary *dictionary, uint32_t hash, unsigned language, struct text word)
{
    const size_t mask = dictionary->place_count - 1;
    size_t place = hash & mask;
    for (; dictionary->places[place] != 0; place = (place + 1) & mask) {
        const uint32_t number = dictionary->places[place] - 1;
        const struct dictionary_word *has = &dictionary->words[number];
        if (has->hash == hash && has->language == language &&
            text_equals(dictionary_text(dictionary, number), word))
            break;
    }
    return place;
}

static bool
grow(struct dictionary *dictionary)
{
    const size_t count =
        dictionary->place_count > 0 ? 2 * dictionary->place_count : (size_t)FEWEST_PLACES;
    uint32_t *places = memory_new(count, sizeof(*places));
    if (places == NULL)
        return false;
    for (size_t i = 0; i < dictionary->count; i++) {
        size_t place = dictionary->words[i].hash & (count - 1);
        while (places[place] != 0)
            place = (place + 1) & (count - 1);
        places[place] = (uint32_t)i + 1;
    }
    memory_free(dictionary->places);
    dictionary->places = places;
    dictionary->place_count = count;
    return true;
}

static enum intv_status
keep_word(struct dictionary *dictionary, uint32_t hash, unsigned language, struct text word)
{
    if (dictionary->size + word.length >= INTV_NONE || dictionary->count >= INTV_NONE - 1)
        return INTV_ERROR_LIMIT;
    if (!memory_reserve(&dictionary->bytes, &dictionary->room, dictionary->size + word.length + 1,
                        1) ||
        !memory_reserve(&dictionary->words, &dictionary->capacity, dictionary->count + 1,
                        sizeof(*dictionary->words)))
        return INTV_ERROR_NO_MEMORY;
    memcpy(dictionary->bytes + dictionary->size, word.bytes, word.length);
    dictionary->words[dictionary->count++] = (struct dictionary_word){
        (uint32_t)dictionary->size, hash, (uint16_t)word.length, (uint8_t)language, 0};
    dictionary->size += word.length;
    return INTV_OK;
}

enum intv_status
dictionary_add(struct dictionary *dictionary, unsigned language, struct text word, uint32_t *number)
{
    if (2 * dictionary->count >= dictionary->place_count && !grow(dictionary))
        return INTV_ERROR_NO_MEMORY;
    const uint32_t hash = hash_word(dictionary, language, word);
    const size_t place = find_place(dictionary, hash, language, word);
    if (dictionary->places[place] == 0) {
        const enum intv_status status = keep_word(dictionary, hash, language, word);
        if (status != INTV_OK)
            return status;
        dictionary->places[place] = (uint32_t)dictionary->count;
    }
    *number = dictionary->places[place] - 1;
    return INTV_OK;
}

uint32_t
dictionary_find(const struct dictionary *dictionary, unsigned language, struct text word)
{
    if (dictionary->count == 0)
        return INTV_NONE;
    const uint32_t hash = hash_word(dictionary, language, word);
    const size_t place = find_place(dictionary, hash, language, word);
    return dictionary->places[place] != 0 ? dictionary->places[place] - 1 : INTV_NONE;
}

/* ---- sorting ---- */

struct key
{
    uint64_t begin; /* the language and seven bytes, in the order of comparing */
    struct text word;
    uint32_t number;
};

static struct key
make_key(const struct dictionary *dictionary, uint32_t number)
{
    struct key key = {dictionary->words[number].language, dictionary_text(dictionary, number),
                      number};
    for (size_t i = 0; i < 7; i++)
        key.begin = key.begin << 8 | (i < key.word.length ? (unsigned char)key.word.bytes[i] : 0);
    return key;
}

static int
compare_keys(const void *one, const void *other)
{
    const struct key *a = one;
    const struct key *b = other;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return text_compare(a->word, b->word);
}

uint32_t *
dictionary_sort(const struct dictionary *dictionary)
{
    const size_t count = dictionary->count;
    struct key *keys = memory_new(count, sizeof(*keys));
    uint32_t *numbers = memory_new(count, sizeof(*numbers));
    if (keys == NULL || numbers == NULL) {
        memory_free(keys);
        memory_free(numbers);
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        keys[i] = make_key(dictionary, i);
    qsort(keys, count, sizeof(*keys), compare_keys);
    for (size_t i = 0; i < count; i++)
        numbers[i] = keys[i].number;
    memory_free(keys);
    return numbers;
}

void
dictionary_free(struct dictionary *dictionary)
{
    memory_free(dictionary->words);
    memory_free(dictionary->bytes);
    memory_free(dictionary->places);
    *dictionary = (struct dictionary){0};
}
