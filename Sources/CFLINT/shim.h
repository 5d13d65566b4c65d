// FLINT's rationals and Arb's balls.
#ifndef STEEPNESS_CFLINT_H
#define STEEPNESS_CFLINT_H

#include <flint/flint.h>
#include <flint/fmpq.h>
#include <arb.h>
#include <arb_hypgeom.h>

static inline const char *steepness_flint_version(void) { return FLINT_VERSION; }

#endif
