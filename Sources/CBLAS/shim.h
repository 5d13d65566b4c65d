// The calls of OpenBLAS that the package makes, under their Fortran names.
//
// <cblas.h> cannot be used beside GSL: GSL's headers define enums of the same names differently, and
// Swift refuses the two modules together; and GSL's own slow BLAS, which every program that links
// GSL loads, exports the same `cblas_` symbols. `sgemm_` and `dgemm_` exist in OpenBLAS only.
#ifndef STEEPNESS_CBLAS_H
#define STEEPNESS_CBLAS_H

// C ← α·op(A)·op(B) + β·C, column-major; op(A) is m × k, op(B) is k × n.
void sgemm_(const char *transA, const char *transB, const int *m, const int *n, const int *k,
            const float *alpha, const float *a, const int *lda, const float *b, const int *ldb,
            const float *beta, float *c, const int *ldc);
void dgemm_(const char *transA, const char *transB, const int *m, const int *n, const int *k,
            const double *alpha, const double *a, const int *lda, const double *b, const int *ldb,
            const double *beta, double *c, const int *ldc);

void openblas_set_num_threads(int num_threads);
int openblas_get_num_threads(void);
char *openblas_get_config(void);
char *openblas_get_corename(void);

// The shared library from which the loader took `sgemm_`; null where it cannot tell. A declaration of
// our own, since <dlfcn.h> hides it behind a macro that a module map cannot set.
struct steepness_symbol { const char *file; void *base; const char *name; void *address; };
int dladdr(const void *address, struct steepness_symbol *symbol);
static inline const char *steepness_product_library(void) {
  struct steepness_symbol symbol = {0, 0, 0, 0};
  return dladdr((const void *)&sgemm_, &symbol) ? symbol.file : 0;
}

// The same products, row-major and without gaps, with α = 1 and β = 0:
// row-major C = op(A)·op(B) is column-major Cᵀ = op(B)ᵀ·op(A)ᵀ.
static inline void steepness_sgemm(int transA, const float *a, int transB, const float *b,
                                   float *c, int rows, int columns, int depth) {
  const float one = 1, zero = 0;
  const int lda = transA ? rows : depth, ldb = transB ? depth : columns;
  sgemm_(transB ? "T" : "N", transA ? "T" : "N", &columns, &rows, &depth, &one, b, &ldb, a, &lda,
         &zero, c, &columns);
}
static inline void steepness_dgemm(int transA, const double *a, int transB, const double *b,
                                   double *c, int rows, int columns, int depth) {
  const double one = 1, zero = 0;
  const int lda = transA ? rows : depth, ldb = transB ? depth : columns;
  dgemm_(transB ? "T" : "N", transA ? "T" : "N", &columns, &rows, &depth, &one, b, &ldb, a, &lda,
         &zero, c, &columns);
}

#endif
