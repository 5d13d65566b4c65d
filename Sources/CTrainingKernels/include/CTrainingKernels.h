// Inner loops of training: matrix products with what follows them, random numbers, optimisers, and a team
// of threads.
//
// Every result is a fixed sequence of roundings that depends on its own operands alone, never on how the
// rows or columns are shared among threads: the same numbers in give the same bits out. The instructions
// are chosen when the program runs.
#ifndef STEEPNESS_CTRAININGKERNELS_H
#define STEEPNESS_CTRAININGKERNELS_H

#include <stddef.h>
#include <stdint.h>

// What is done to an entry of a product before it is stored, `j` being its column.
enum {
  steepness_store = 0,
  // entry + bias[j]
  steepness_add_bias = 1,
  // s = entry + bias[j]; s where s > 0, slope·s elsewhere
  steepness_rectify = 2,
  // entry where the activation beside it is > 0, slope·entry elsewhere
  steepness_rectified_derivative = 3,
  // entry·(1 − a²) with the activation a beside it
  steepness_tanh_derivative = 4,
};

// The columns of a panel: 128 bytes of floats or of doubles.
enum { steepness_panel_f32 = 32, steepness_panel_f64 = 16 };

// C = A·B, finished: C is rows × columns, A rows × depth with entry (i, k) at a[i·a_row + k·a_depth],
// and B in panels as `steepness_pack` lays it out. The activation beside entry (i, j) is
// activations[(i / sharing)·columns + j]: `sharing` rows of C in a row of activations.
#define STEEPNESS_PRODUCT(T, suffix)                                                          \
  typedef struct {                                                                            \
    const T *a;                                                                               \
    ptrdiff_t a_row, a_depth;                                                                 \
    const T *panels;                                                                          \
    T *c;                                                                                     \
    ptrdiff_t c_row, rows, columns, depth;                                                    \
    int finish;                                                                               \
    const T *bias;                                                                            \
    const T *activations;                                                                     \
    ptrdiff_t sharing;                                                                        \
    T slope;                                                                                  \
  } steepness_product_##suffix;                                                               \
                                                                                              \
  /* Panels [first, last) of B, depth × columns. Panel p holds columns 32p to 32p + 31 (16 for */ \
  /* doubles), row after row, zeros beyond the last column. Entry (k, j) of B is at            */ \
  /* matrix[k·stride + j], or at matrix[j·stride + k] where it is transposed.                  */ \
  void steepness_pack_##suffix(                                                               \
    const T *matrix, ptrdiff_t stride, int is_transposed, ptrdiff_t depth, ptrdiff_t columns,  \
    ptrdiff_t first, ptrdiff_t last, T *panels);                                              \
  /* Rows [first, last) of every panel of a B that is not transposed. */                      \
  void steepness_pack_rows_##suffix(                                                          \
    const T *matrix, ptrdiff_t stride, ptrdiff_t depth, ptrdiff_t columns, ptrdiff_t first,    \
    ptrdiff_t last, T *panels);                                                               \
  void steepness_multiply_##suffix(const steepness_product_##suffix *product);                \
  /* The same for few columns, with Bᵀ row-major (columns × depth) in place of panels and rows of A */ \
  /* without gaps. */                                                                         \
  void steepness_multiply_narrow_##suffix(                                                    \
    const steepness_product_##suffix *product, const T *transposed);                          \
  /* Sums over rows of columns [first, last) of a matrix. */                                  \
  void steepness_column_sums_##suffix(                                                        \
    const T *matrix, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t first, ptrdiff_t last, T *sums); \
  void steepness_sgd_##suffix(                                                                \
    T *parameters, T *velocity, const T *gradients, ptrdiff_t count, T rate, T momentum);     \
  void steepness_adam_##suffix(                                                               \
    T *parameters, T *first, T *second, const T *gradients, ptrdiff_t count, T rate,          \
    T first_decay, T second_decay, T root_scale, T offset);                                   \
  /* Standard normal numbers number `from` to `from` + count − 1 of the stream of a key.     */ \
  void steepness_normals_##suffix(uint64_t key, uint64_t from, ptrdiff_t count, T *numbers);

STEEPNESS_PRODUCT(float, f32)
STEEPNESS_PRODUCT(double, f64)

// The instructions in use, such as "AVX-512".
const char *steepness_training_instructions(void);

// A team of threads that wait for work without giving up their processor for long.
typedef struct steepness_team steepness_team;

// Null where the threads cannot be started.
steepness_team *steepness_team_start(int members);
void steepness_team_end(steepness_team *team);
// Calls work(context, member) for every member, 0 in the calling thread, and returns when all are done.
void steepness_team_run(steepness_team *team, void (*work)(void *, int), void *context);

#endif
