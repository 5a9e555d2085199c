/* SPDX-License-Identifier: EUPL-1.2 */
/* A frozen catalogue back into the staging, so that others can be laid over it. */
#ifndef READ_THAW_H
#define READ_THAW_H

#include "model/catalogue.h"
#include "read/staging.h"

/*
 * What diagnostics call a layer of a catalogue, in place of a file: "catalogue of PUBLISHER, edition
 * EDITION". Gives its length; writes it, with a NUL, when there is a buffer.
 */
size_t thaw_name(const struct intv_catalogue *catalogue, uint32_t layer, char *buffer);

/*
 * Puts a catalogue into the staging as if its documents were read. Its lowest layer becomes part of
 * the layer that was begun last; the others come over it. `name` is that of the lowest layer. Texts
 * are borrowed: catalogue and name must live as long as the staging. INTV_ERROR_INVALID: it says
 * something else of itself than the documents of its layer; a lenient load then takes nothing of it.
 */
enum intv_status thaw_catalogue(struct staging *staging, const struct intv_catalogue *catalogue,
                                const char *name, const struct limits *limits, bool is_lenient,
                                struct intv_diagnostics *diagnostics);

#endif
