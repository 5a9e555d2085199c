/* SPDX-License-Identifier: EUPL-1.2 */
/* The block that the build makes out of data/. */
#ifndef READ_BUILTIN_H
#define READ_BUILTIN_H

#include <stddef.h>
#include <stdint.h>

extern const uint64_t BUILTIN_BLOCK[];
extern const size_t BUILTIN_SIZE; /* in bytes */

#endif
