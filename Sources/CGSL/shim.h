// The parts of GSL that the package calls, and accessors for its mutable globals,
// which Swift 6 would otherwise refuse as shared mutable state.
#ifndef STEEPNESS_CGSL_H
#define STEEPNESS_CGSL_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_interp.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_siman.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>

// Steppers of ordinary differential equations.
static inline const gsl_odeiv2_step_type *steepness_step_rk2(void) {
  return gsl_odeiv2_step_rk2;
}
static inline const gsl_odeiv2_step_type *steepness_step_rk4(void) {
  return gsl_odeiv2_step_rk4;
}
static inline const gsl_odeiv2_step_type *steepness_step_rkf45(void) {
  return gsl_odeiv2_step_rkf45;
}
static inline const gsl_odeiv2_step_type *steepness_step_rkck(void) {
  return gsl_odeiv2_step_rkck;
}
static inline const gsl_odeiv2_step_type *steepness_step_rk8pd(void) {
  return gsl_odeiv2_step_rk8pd;
}
static inline const gsl_odeiv2_step_type *steepness_step_rk1imp(void) {
  return gsl_odeiv2_step_rk1imp;
}
static inline const gsl_odeiv2_step_type *steepness_step_rk2imp(void) {
  return gsl_odeiv2_step_rk2imp;
}
static inline const gsl_odeiv2_step_type *steepness_step_rk4imp(void) {
  return gsl_odeiv2_step_rk4imp;
}
static inline const gsl_odeiv2_step_type *steepness_step_bsimp(void) {
  return gsl_odeiv2_step_bsimp;
}
static inline const gsl_odeiv2_step_type *steepness_step_msadams(void) {
  return gsl_odeiv2_step_msadams;
}
static inline const gsl_odeiv2_step_type *steepness_step_msbdf(void) {
  return gsl_odeiv2_step_msbdf;
}

// Root finders: by bracketing, and by polishing with a derivative.
static inline const gsl_root_fsolver_type *steepness_root_brent(void) {
  return gsl_root_fsolver_brent;
}
static inline const gsl_root_fdfsolver_type *steepness_polish_newton(void) {
  return gsl_root_fdfsolver_newton;
}
static inline const gsl_root_fdfsolver_type *steepness_polish_steffenson(void) {
  return gsl_root_fdfsolver_steffenson;
}
static inline const gsl_root_fdfsolver_type *steepness_polish_secant(void) {
  return gsl_root_fdfsolver_secant;
}

// Minimisers on an interval and on a space.
static inline const gsl_min_fminimizer_type *steepness_minimum_brent(void) {
  return gsl_min_fminimizer_brent;
}
static inline const gsl_multimin_fminimizer_type *steepness_multimin_nmsimplex2(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

// Low-discrepancy sequences, random generators, interpolants.
static inline const gsl_qrng_type *steepness_qrng_sobol(void) {
  return gsl_qrng_sobol;
}
static inline const gsl_rng_type *steepness_rng_mt19937(void) {
  return gsl_rng_mt19937;
}
static inline const gsl_interp_type *steepness_interp_steffen(void) {
  return gsl_interp_steffen;
}

// The version of the library that is loaded.
static inline const char *steepness_gsl_version(void) { return gsl_version; }

#endif
