// Calcium's rational functions and exact constants, over FLINT's multivariate polynomials.
#ifndef STEEPNESS_CCALCIUM_H
#define STEEPNESS_CCALCIUM_H

#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpq.h>
#include <flint/fmpz_factor.h>
#include <flint/fmpz_mpoly.h>
#include <flint/fmpz_mpoly_factor.h>
#include <calcium/fmpz_mpoly_q.h>
#include <calcium/ca.h>

static inline const char *steepness_calcium_version(void) { return calcium_version(); }

#endif
