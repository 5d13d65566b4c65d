#include "CTrainingKernels.h"

#include <math.h>

// Vectors never cross a function that is not inlined, so that their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)

#define TARGET \
  __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,fma"), min_vector_width(512)))
#define VECTOR_BYTES 64
#define TALL 12
#define INSTRUCTIONS avx512
#include "types.h"

#define TARGET __attribute__((target("avx2,fma")))
#define VECTOR_BYTES 32
#define TALL 6
#define INSTRUCTIONS avx2
#include "types.h"

#endif

#define TARGET
#define VECTOR_BYTES 16
#define TALL 4
#define INSTRUCTIONS baseline
#include "types.h"

#define TABLE(T, suffix)                                                                          \
  typedef struct {                                                                                \
    __typeof__(&multiply_##suffix##_baseline) multiply;                                           \
    __typeof__(&multiply_narrow_##suffix##_baseline) multiply_narrow;                             \
    __typeof__(&pack_##suffix##_baseline) pack;                                                   \
    __typeof__(&pack_rows_##suffix##_baseline) pack_rows;                                         \
    __typeof__(&column_sums_##suffix##_baseline) column_sums;                                     \
    __typeof__(&sgd_##suffix##_baseline) sgd;                                                     \
    __typeof__(&adam_##suffix##_baseline) adam;                                                   \
    __typeof__(&normals_##suffix##_baseline) normals;                                             \
  } table_##suffix;
TABLE(float, f32)
TABLE(double, f64)

#define ENTRIES(suffix, instructions)                                                             \
  {multiply_##suffix##_##instructions, multiply_narrow_##suffix##_##instructions,                 \
   pack_##suffix##_##instructions, pack_rows_##suffix##_##instructions, column_sums_##suffix##_##instructions,                         \
   sgd_##suffix##_##instructions, adam_##suffix##_##instructions,                                 \
   normals_##suffix##_##instructions}

typedef struct {
  const char *name;
  table_f32 f32;
  table_f64 f64;
} table;

// Which instructions the processor has does not change while a program runs.
static const table *chosen(void) {
#if defined(__x86_64__)
  static const table avx512 = {"AVX-512", ENTRIES(f32, avx512), ENTRIES(f64, avx512)};
  static const table avx2 = {"AVX2", ENTRIES(f32, avx2), ENTRIES(f64, avx2)};
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
    return &avx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &avx2;
#endif
  static const table baseline = {"the baseline", ENTRIES(f32, baseline), ENTRIES(f64, baseline)};
  return &baseline;
}

const char *steepness_training_instructions(void) { return chosen()->name; }

#define CALLS(T, suffix)                                                                          \
  void steepness_pack_##suffix(                                                                   \
    const T *matrix, ptrdiff_t stride, int is_transposed, ptrdiff_t depth, ptrdiff_t columns,     \
    ptrdiff_t first, ptrdiff_t last, T *panels) {                                                 \
    chosen()->suffix.pack(matrix, stride, is_transposed, depth, columns, first, last, panels);    \
  }                                                                                               \
  void steepness_pack_rows_##suffix(                                                              \
    const T *matrix, ptrdiff_t stride, ptrdiff_t depth, ptrdiff_t columns, ptrdiff_t first,       \
    ptrdiff_t last, T *panels) {                                                                  \
    chosen()->suffix.pack_rows(matrix, stride, depth, columns, first, last, panels);              \
  }                                                                                               \
  void steepness_multiply_##suffix(const steepness_product_##suffix *product) {                   \
    chosen()->suffix.multiply(product);                                                           \
  }                                                                                               \
  void steepness_multiply_narrow_##suffix(                                                        \
    const steepness_product_##suffix *product, const T *transposed) {                             \
    chosen()->suffix.multiply_narrow(product, transposed);                                        \
  }                                                                                               \
  void steepness_column_sums_##suffix(                                                            \
    const T *matrix, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t first, ptrdiff_t last, T *sums) { \
    chosen()->suffix.column_sums(matrix, stride, rows, first, last, sums);                        \
  }                                                                                               \
  void steepness_sgd_##suffix(                                                                    \
    T *parameters, T *velocity, const T *gradients, ptrdiff_t count, T rate, T momentum) {        \
    chosen()->suffix.sgd(parameters, velocity, gradients, count, rate, momentum);                 \
  }                                                                                               \
  void steepness_adam_##suffix(                                                                   \
    T *parameters, T *first, T *second, const T *gradients, ptrdiff_t count, T rate,              \
    T first_decay, T second_decay, T root_scale, T offset) {                                      \
    chosen()->suffix.adam(                                                                        \
      parameters, first, second, gradients, count, rate, first_decay, second_decay, root_scale,   \
      offset);                                                                                    \
  }                                                                                               \
  void steepness_normals_##suffix(uint64_t key, uint64_t from, ptrdiff_t count, T *numbers) {      \
    chosen()->suffix.normals(key, from, count, numbers);                                          \
  }
CALLS(float, f32)
CALLS(double, f64)
