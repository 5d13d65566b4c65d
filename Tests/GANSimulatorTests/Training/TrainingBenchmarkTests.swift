import GANSimulator
import Testing

/// No times: whether the products are those of an iteration.
@Suite struct TrainingBenchmarkTests {
  @Test func `the products of an iteration are counted by hand`() {
    // Generator 1→5→1, discriminator 1→6→1, batch 8. Multiply-adds of a pass over one row: 10 and 12.
    // Discriminator's step: generator forward 8·10; discriminator forward 16·12, weights 16·12,
    // inputs of its second layer 16·6. Generator's step: forward 8·10 and 8·12, discriminator's
    // inputs 8·12, generator's weights 8·10, inputs of its second layer 8·5.
    let products = TrainingBenchmark.products(of: .small)
    let expected = 2 * (80 + 192 + 192 + 96 + 80 + 96 + 96 + 80 + 40)
    #expect(products.reduce(0) { $0 + $1.floatingPointOperations } == expected)
    #expect(products.count == 2 + 2 + 3 + 2 + 2 + 2 + 3)
  }

  @Test func `a measurement is positive and consistent`() throws {
    let measured = try TrainingBenchmark.measurement(of: .small, repetitions: 3)
    #expect(measured.secondsPerIteration > 0 && measured.secondsOfProducts > 0)
    #expect(try #require(measured.secondsOfProbes) > 0)
    #expect(
      measured.shareOfProducts == measured.secondsOfProducts / measured.secondsPerIteration)
    #expect(measured.allocations == nil)
  }
}
