/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Everything of libinterventions.
 * @since 0.1
 */
#ifndef INTERVENTIONS_INTERVENTIONS_H
#define INTERVENTIONS_INTERVENTIONS_H

#include <interventions/catalogue.h>
#include <interventions/completion.h>
#include <interventions/diagnostics.h>
#include <interventions/facets.h>
#include <interventions/format.h>
#include <interventions/loader.h>
#include <interventions/match.h>
#include <interventions/output.h>
#include <interventions/query.h>
#include <interventions/request.h>
#include <interventions/rows.h>
#include <interventions/search.h>
#include <interventions/situation.h>
#include <interventions/statistics.h>
#include <interventions/tags.h>
#include <interventions/texts.h>
#include <interventions/types.h>
#include <interventions/version.h>
#include <interventions/vocabulary.h>

#endif
