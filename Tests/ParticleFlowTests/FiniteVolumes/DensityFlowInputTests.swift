import GANTheory
import ParticleFlow
import RealModule
import Testing

@Suite struct `Flows that cannot be computed` {
  private func remedy(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as FlowError {
      return error.description
    } catch {
      return nil
    }
  }

  @Test func `a law that runs backwards names the ratio`() throws {
    let text = remedy {
      _ = try PlaneProblem(.concentrated)
        .flow(columns: 16, rows: 16, law: VelocityLaw(named: "f=r^2"))
    }
    #expect(text?.contains("< 0 at log r") == true)
  }

  @Test func `a law that needs mass everywhere says so where there is none`() throws {
    let text = remedy {
      _ = try PlaneProblem(.covering)
        .flow(columns: 16, rows: 16, law: VelocityLaw(.divergence(.pearson)))
    }
    #expect(text?.contains("mass everywhere") == true)
  }

  @Test func `time does not run backwards and steps are positive`() throws {
    var flow = try PlaneProblem(.concentrated).flow(columns: 16, rows: 16)
    #expect(remedy { try flow.advance(to: -1) } != nil)
    #expect(remedy { try flow.advance(to: 1, .implicit(step: 0)) } != nil)
    #expect(remedy { try flow.advance(to: 1, .implicit(step: .nan)) } != nil)
    #expect(remedy { try flow.advance(to: .infinity) } != nil)
    #expect(flow.time == 0 && flow.stepCount == 0)
  }

  @Test func `meshes have cells and radii a dimension`() {
    #expect(remedy { _ = try MeshAxis.interval(from: 1, to: 0, cells: 4) } != nil)
    #expect(remedy { _ = try MeshAxis.interval(from: 0, to: 1, cells: 1) } != nil)
    #expect(remedy { _ = try MeshAxis.radius(to: 1, cells: 4, dimension: 0) } != nil)
    #expect(remedy { _ = try MeshAxis.radius(to: 1, cells: 10, dimension: 2000) } != nil)
  }

  @Test func `a density without mass on the mesh is refused`() {
    let text = remedy {
      _ = try PlaneProblem(
        data: TableTwoCase.concentrated.data(),
        generated: UniformBox(lower: [10, 10], upper: [11, 11]), lower: [-2, -2], upper: [2, 2],
        title: "away"
      ).flow(columns: 16, rows: 16)
    }
    #expect(text?.contains("mass on the mesh") == true)
  }

  private func normal(_ centre: [Double], _ deviation: Double) -> GaussianMixture<Double> {
    GaussianMixture(modes: [centre], standardDeviation: deviation)
  }

  @Test func `densities that the mesh does not hold or cells do not see are refused by name`() {
    func text(_ data: GaussianMixture<Double>, _ generated: GaussianMixture<Double>) -> String? {
      remedy {
        _ = try PlaneProblem(
          data: data, generated: generated, lower: [-5, -5], upper: [5, 5], title: "a mesh"
        ).flow(columns: 32, rows: 32)
      }
    }
    let good = normal([0, 0], 0.5)
    #expect(text(good, good) == nil)
    // Outside; with less than a third of a cell for σ; and with half beyond the border.
    for bad in [normal([50, 0], 0.5), normal([0, 0], 0.1), normal([5, 0], 0.5)] {
      for (name, text) in [("p_data", text(bad, good)), ("p_g", text(good, bad))] {
        #expect(text?.contains(name) == true && text?.contains("on the mesh") == true)
      }
    }
  }

  @Test func `the named problems have their mass on every mesh from 48 cells a side on`() throws {
    let problems = TableTwoCase.allCases.map { PlaneProblem($0) } + [PlaneProblem.projectedDataSet]
    for problem in problems {
      for cells in [48, 128] {
        let mass = try problem.flow(columns: cells, rows: cells).massOnMesh
        // Cells of at most 1.4σ: the midpoint's sum is off by 4·exp(−2π²/1.4²) at most, the region by 10⁻⁸.
        #expect((mass.data - 1).magnitude < 2e-4, "\(problem.title)")
        #expect((mass.generated - 1).magnitude < 2e-4, "\(problem.title)")
      }
    }
  }
}
