import GANSimulator
import Testing

/// Two steps from p = 1, computed by hand with constants that are short in binary.
@Suite struct OptimiserTests {
  private func path(_ settings: OptimiserSettings, gradients: [Double]) -> [Double] {
    let parameters = AlignedBuffer<Double>(count: 3)
    let gradient = AlignedBuffer<Double>(count: 3)
    let optimiser = Optimiser<Double>(settings, parameterCount: 3)
    parameters.base[1] = 1
    return gradients.map {
      gradient.base[1] = $0
      optimiser.step(parameters, gradients: gradient)
      #expect(parameters.base[0] == 0 && parameters.base[2] == 0, "a neighbour moved")
      return parameters.base[1]
    }
  }

  @Test func `SGD with momentum takes the steps computed by hand`() {
    // v = 2, p = 1 − 2/4 = ½; v = 2/2 + 4 = 5, p = ½ − 5/4 = −¾: all exact in binary.
    #expect(path(.sgd(learningRate: 0.25, momentum: 0.5), gradients: [2, 4]) == [0.5, -0.75])
  }

  @Test func `Adam takes the steps computed by hand`() {
    // g = 1: m = ½, v = ¼, m̂ = 1, v̂ = 1, p = 1 − ½·1/(1 + 1) = ¾.
    // g = −1: m = ¼ − ½ = −¼, m̂ = −¼/¾ = −⅓, v = 3/16 + ¼ = 7/16, v̂ = 1, p = ¾ + ½·⅓/2 = 5/6.
    let steps = path(
      .adam(learningRate: 0.5, firstDecay: 0.5, secondDecay: 0.75, denominatorOffset: 1),
      gradients: [1, -1])
    // The correction's root, its inverse, two products, a sum and a quotient: 8 half ulps of a
    // step of at most ¼, and half an ulp of the sum.
    #expect((steps[0] - 0.75).magnitude <= 4.5 * 0.75.ulp)
    #expect((steps[1] - 5.0 / 6).magnitude <= 4.5 * (5.0 / 6).ulp)
  }

  @Test func `an offset keeps Adam still where gradients are 0`() {
    #expect(path(.adam(learningRate: 0.5), gradients: [0, 0]) == [1, 1])
  }
}
