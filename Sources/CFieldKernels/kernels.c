#include "CFieldKernels.h"

// Vectors never cross a function that is not inlined, so that their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,fma"), min_vector_width(512)))
#define KERNEL(name) name##_avx512
#include "kernels.h"
#include "line_kernels.h"
#undef KERNEL
#undef TARGET

#define TARGET __attribute__((target("avx2,fma")))
#define KERNEL(name) name##_avx2
#include "kernels.h"
#include "line_kernels.h"
#undef KERNEL
#undef TARGET

#endif

#define TARGET
#define KERNEL(name) name##_baseline
#include "kernels.h"
#include "line_kernels.h"

typedef struct {
  const char *name;
  __typeof__(&velocities_baseline) velocities;
  __typeof__(&row_velocities_baseline) row_velocities;
  __typeof__(&exponentials_baseline) exponentials;
  __typeof__(&closed_equation_baseline) closed_equation;
  __typeof__(&line_slopes_baseline) line_slopes;
  __typeof__(&line_ratios_baseline) line_ratios;
  __typeof__(&line_velocities_baseline) line_velocities;
} instructions;

#define INSTRUCTIONS(name, suffix) \
  {name, velocities_##suffix, row_velocities_##suffix, exponentials_##suffix, \
   closed_equation_##suffix, line_slopes_##suffix, line_ratios_##suffix, line_velocities_##suffix}

// Which instructions the processor has does not change while a program runs.
static const instructions *chosen(void) {
#if defined(__x86_64__)
  static const instructions avx512 = INSTRUCTIONS("AVX-512", avx512);
  static const instructions avx2 = INSTRUCTIONS("AVX2", avx2);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
    return &avx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &avx2;
#endif
  static const instructions baseline = INSTRUCTIONS("the baseline", baseline);
  return &baseline;
}

void steepness_velocities(
  const steepness_mixture *data, const steepness_generated *generated, const double *points,
  double *velocities, ptrdiff_t count, double *workspace) {
  chosen()->velocities(data, generated, points, velocities, count, workspace);
}

int steepness_row_velocities(
  const steepness_axis *axis, const double *row_factors, const double *row_slopes, ptrdiff_t from,
  ptrdiff_t to, double least, double greatest, double *velocities) {
  return chosen()->row_velocities(
    axis, row_factors, row_slopes, from, to, least, greatest, velocities);
}

void steepness_exponentials(const double *arguments, double *values, ptrdiff_t count) {
  chosen()->exponentials(arguments, values, count);
}

void steepness_closed_equation(
  double rate, double optimum, double duration, double scale, double *states) {
  chosen()->closed_equation(rate, optimum, duration, scale, states);
}

int steepness_line_slopes(const double *x, ptrdiff_t cells, const steepness_line_cells *columns) {
  return chosen()->line_slopes(x, cells, columns);
}

void steepness_line_ratios(
  const steepness_mixture *data, const double *log_prior, const double *latent_log_slope,
  ptrdiff_t cells, const steepness_line_cells *columns, double *potential) {
  chosen()->line_ratios(data, log_prior, latent_log_slope, cells, columns, potential);
}

void steepness_line_velocities(
  const double *potential, const double *log_slope, ptrdiff_t cells, double *velocity) {
  chosen()->line_velocities(potential, log_slope, cells, velocity);
}

const char *steepness_instructions(void) { return chosen()->name; }
