package import Foundation

/// A matrix of single- or double-precision numbers in the format that `numpy.load` reads, version 1.0.
///
/// - Source: `numpy.lib.format`: the magic bytes, the version, the header's length in two bytes and
///   the header, a Python dictionary padded so that the numbers start at a multiple of 64.
package enum NumPyArray {
  /// The file's bytes of a rows × columns matrix, row-major.
  package static func encoded<Element: NetworkFloat>(_ numbers: [Element], rows: Int, columns: Int)
    -> Data
  {
    precondition(
      numbers.count == rows * columns, "\(numbers.count) numbers break \(rows) × \(columns)")
    var header =
      "{'descr': '<f\(MemoryLayout<Element>.size)', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let prefix = 10
    let unpadded = prefix + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
    withUnsafeBytes(of: UInt16(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: header.utf8)
    // The processors that the package runs on are little-endian.
    numbers.withUnsafeBytes { data.append(contentsOf: $0) }
    return data
  }
}
