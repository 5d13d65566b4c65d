package import Foundation

/// A matrix of single-precision numbers in the format that `numpy.load` reads, version 1.0.
///
/// - Source: `numpy.lib.format`: the magic bytes, the version, the header's length in two bytes and
///   the header, a Python dictionary padded so that the numbers start at a multiple of 64.
package enum NumPyArray {
  /// The file's bytes of a rows × columns matrix, row-major.
  package static func encoded(_ numbers: [Float], rows: Int, columns: Int) -> Data {
    precondition(
      numbers.count == rows * columns, "\(numbers.count) numbers break \(rows) × \(columns)")
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let prefix = 10
    let unpadded = prefix + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
    withUnsafeBytes(of: UInt16(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: header.utf8)
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}
