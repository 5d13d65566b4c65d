#include "CFieldKernels.h"

// Vectors never cross a function that is not inlined, so that their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,fma"), min_vector_width(512)))
#define KERNEL(name) name##_avx512
#include "kernels.h"
#undef KERNEL
#undef TARGET

#define TARGET __attribute__((target("avx2,fma")))
#define KERNEL(name) name##_avx2
#include "kernels.h"
#undef KERNEL
#undef TARGET

#endif

#define TARGET
#define KERNEL(name) name##_baseline
#include "kernels.h"

typedef struct {
  const char *name;
  __typeof__(&velocities_baseline) velocities;
  __typeof__(&row_velocities_baseline) row_velocities;
  __typeof__(&exponentials_baseline) exponentials;
  __typeof__(&closed_equation_baseline) closed_equation;
} instructions;

#define INSTRUCTIONS(name, suffix) \
  {name, velocities_##suffix, row_velocities_##suffix, exponentials_##suffix, closed_equation_##suffix}

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

const char *steepness_instructions(void) { return chosen()->name; }
