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
}
