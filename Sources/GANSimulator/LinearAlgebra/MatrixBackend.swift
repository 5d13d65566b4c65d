internal import CBLAS

/// The library that multiplies matrices, set to one thread.
///
/// With several threads OpenBLAS may cut a product differently from run to run, and a sum in
/// another order has other last bits. With one thread the kernel, and so the order of every sum,
/// depends on the shapes and the processor alone: the same seed gives the same bits on the same
/// machine. Another processor may have another kernel, and other last bits.
package enum MatrixBackend {
  /// Read once before the first product; afterwards the library uses one thread.
  package static let isSingleThreaded: Bool = {
    openblas_set_num_threads(1)
    return openblas_get_num_threads() == 1
  }()

  /// The version and build of the library and the processor family that it chose kernels for.
  package static var summary: String {
    _ = isSingleThreaded
    let configuration = String(cString: openblas_get_config())
      .split(separator: " ").joined(separator: " ")
    return "\(configuration), kernels for \(String(cString: openblas_get_corename())), 1 thread"
  }

  /// The shared library from which the loader took `sgemm_`.
  package static var libraryPath: String {
    steepness_product_library().map { String(cString: $0) } ?? "unknown"
  }

  /// Whether that library is OpenBLAS, by its name.
  package static var isOpenBLAS: Bool { libraryPath.contains("openblas") }
}
