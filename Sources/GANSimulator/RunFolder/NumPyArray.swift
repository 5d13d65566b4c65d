package import Foundation

/// A matrix of single- or double-precision numbers in the format that `numpy.load` reads, version 1.0.
///
/// - Source: `numpy.lib.format`: the magic bytes, the version, the header's length in two bytes and
///   the header, a Python dictionary padded so that the numbers start at a multiple of 64.
package enum NumPyArray {
  private static let magic = [0x93] + Array("NUMPY".utf8) + [1, 0]

  /// The file's bytes of a rows × columns matrix, row-major.
  package static func encoded<Element: NetworkFloat>(
    _ numbers: [Element], rows: Int, columns: Int
  ) -> Data {
    precondition(
      numbers.count == rows * columns, "\(numbers.count) numbers break \(rows) × \(columns)")
    var data = head(size: MemoryLayout<Element>.size, rows: rows, columns: columns)
    // The processors that the package runs on are little-endian.
    numbers.withUnsafeBytes { data.append(contentsOf: $0) }
    return data
  }

  /// The numbers of a rows × columns matrix that `encoded` wrote in double precision; nil for any other file.
  package static func decodedDoubles(_ data: Data, rows: Int, columns: Int) -> [Double]? {
    let head = head(size: 8, rows: rows, columns: columns)
    guard data.count == head.count + 8 * rows * columns, data.prefix(head.count) == head else {
      return nil
    }
    let bytes = [UInt8](data.dropFirst(head.count))
    return (0..<rows * columns).map { index in
      let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[8 * index + $1]) << (8 * $1) }
      return Double(bitPattern: bits)
    }
  }

  private static func head(size: Int, rows: Int, columns: Int) -> Data {
    var header = "{'descr': '<f\(size)', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let prefix = 10
    let unpadded = prefix + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var data = Data(magic)
    withUnsafeBytes(of: UInt16(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: header.utf8)
    return data
  }
}
