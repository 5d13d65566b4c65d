// Velocities ∇d/d of Gaussian mixtures at many points: the inner loops, eight points at a time.
//
// The formulas are those of `VelocityField`, which calls these functions and answers for the sizes of
// all buffers. The instructions are chosen when the program runs.
#ifndef STEEPNESS_CFIELDKERNELS_H
#define STEEPNESS_CFIELDKERNELS_H

#include <stddef.h>

// A mixture of isotropic Gaussians. Component i adds exp(offsets[i] − precisions[i]·‖x − meansᵢ‖²/2).
typedef struct {
  ptrdiff_t dimension;
  ptrdiff_t count;
  const double *means;       // count × dimension, row-major
  const double *precisions;  // 1/σᵢ²
  const double *offsets;     // log wᵢ − (n/2)·log 2πσᵢ²
} steepness_mixture;

// What the particles are distributed by: a mixture, or a uniform box where `mixture.count` is 0.
typedef struct {
  steepness_mixture mixture;
  const double *lower;
  const double *upper;
  double log_density;  // of the box
} steepness_generated;

// The factors of the ratios Tᵢ = wᵢ·Nᵢ/p_g along the last axis of a grid, for one Gaussian or a box as
// p_g: component i at the j-th number y of the axis has factors[i·count + j] = exp(…) and
// slopes[i·count + j] = factor·∂/∂y log Tᵢ.
typedef struct {
  ptrdiff_t components;
  ptrdiff_t count;
  const double *factors;
  const double *slopes;
} steepness_axis;

// The number of points in a vector; a block is one or two.
enum { steepness_block = 8 };

// Doubles of workspace, aligned to 64 bytes, that `steepness_velocities` needs.
static inline ptrdiff_t steepness_workspace(ptrdiff_t dimension, ptrdiff_t components) {
  return 2 * steepness_block * (3 * dimension + components);
}

// ∇d/d at `count` points, row-major in and out.
void steepness_velocities(
  const steepness_mixture *data, const steepness_generated *generated, const double *points,
  double *velocities, ptrdiff_t count, double *workspace);

// ∇d/d along one row of a planar grid: entries `from` to `to` of the axis, whose other coordinate gives
// component i the factor row_factors[i] and row_slopes[i] = factor·∂/∂x log Tᵢ.
// Returns 1 where every r of the row lies in [least, greatest], 0 where the row must be done otherwise.
int steepness_row_velocities(
  const steepness_axis *axis, const double *row_factors, const double *row_slopes, ptrdiff_t from,
  ptrdiff_t to, double least, double greatest, double *velocities);

// exp of `count` numbers; 0 below −708. For tests of its accuracy.
void steepness_exponentials(const double *arguments, double *values, ptrdiff_t count);

// The order of the series below.
enum { steepness_taylor_order = 18 };

// Replaces `steepness_block` states y by those a duration later under y′ = (rate + exp(−2y))/(1 + exp(y − optimum)), by steps of
// scale·|last coefficient|^(−1/order).
void steepness_closed_equation(
  double rate, double optimum, double duration, double scale, double *states);

// What the flow on the line knows between neighbouring nodes xⱼ and xⱼ₊₁, one number a cell; see `LagrangianScheme`.
typedef struct {
  double *log_cell;   // λ = log(xⱼ₊₁ − xⱼ)
  double *bend;       // σ = (λⱼ₊₁ − λⱼ₋₁)/2
  double *turn;       // σ/√(1 + σ²)
  double *log_slope;  // log x′
  double *middle;     // x
  double *score;      // (log p_data)′ at x
  double *log_ratio;  // ℓ
} steepness_line_cells;

// The first five columns from `cells` + 1 nodes; 0 where these do not ascend.
int steepness_line_slopes(const double *x, ptrdiff_t cells, const steepness_line_cells *columns);

// The last two columns: ℓ = log p_data(x) − log_prior + (log x′ − latent_log_slope), and the potential
// log 2 − log(1 + exp(−ℓ)) unless it is null.
void steepness_line_ratios(
  const steepness_mixture *data, const double *log_prior, const double *latent_log_slope,
  ptrdiff_t cells, const steepness_line_cells *columns, double *potential);

// W′/x′ at the nodes 1 … cells − 1, by central differences of fourth order, next to the ends of second; at least 4 cells.
void steepness_line_velocities(
  const double *potential, const double *log_slope, ptrdiff_t cells, double *velocity);

// The instructions in use, such as "AVX-512".
const char *steepness_instructions(void);

#endif
