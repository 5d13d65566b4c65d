// The parts of SUNDIALS that the package calls: CVODE's backward differentiation with a banded Jacobian, behind names
// that are the same in every version from 6 on.
#ifndef STEEPNESS_CSUNDIALS_H
#define STEEPNESS_CSUNDIALS_H

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>

// A context whose errors are statuses, not lines on standard error.
static inline SUNContext steepness_sundials_context(void) {
  SUNContext context = NULL;
#if SUNDIALS_VERSION_MAJOR >= 7
  if (SUNContext_Create(SUN_COMM_NULL, &context) != 0) return NULL;
  SUNContext_ClearErrHandlers(context);
#else
  if (SUNContext_Create(NULL, &context) != 0) return NULL;
#endif
  return context;
}

static inline void steepness_ignore_message(int code, const char *module, const char *function, char *message, void *data) {
  (void)code, (void)module, (void)function, (void)message, (void)data;
}

static inline void *steepness_cvode_create(SUNContext context) {
  void *memory = CVodeCreate(CV_BDF, context);
#if SUNDIALS_VERSION_MAJOR < 7
  if (memory) CVodeSetErrHandlerFn(memory, steepness_ignore_message, NULL);
#endif
  return memory;
}

static inline double *steepness_vector_entries(N_Vector vector) { return N_VGetArrayPointer(vector); }

// Entry (row, column) is entries[row - column] of what this returns, within the band.
static inline double *steepness_band_column(SUNMatrix matrix, long column) {
  return SUNBandMatrix_Column(matrix, column);
}

static inline const char *steepness_sundials_version(void) { return SUNDIALS_VERSION; }

#endif
