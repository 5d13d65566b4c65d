// FLINT's rationals and Arb's balls.
#ifndef STEEPNESS_CFLINT_H
#define STEEPNESS_CFLINT_H

#include <flint/flint.h>
#include <flint/fmpq.h>
#include <arb.h>
#include <arb_hypgeom.h>

// Arb's flags are macros that Swift cannot read.
static inline ulong steepness_arb_str_no_radius(void) { return ARB_STR_NO_RADIUS; }
static inline const char *steepness_flint_version(void) { return flint_version; }
static inline const char *steepness_arb_version(void) { return arb_version; }

#endif
