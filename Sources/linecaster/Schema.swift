import ArgumentParser
import LinecasterEngine
import LinecasterService

/// `linecaster schema`: JSON Schema for editors.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of pipeline files, or of service files."
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable { case pipeline, service }

    @Argument(help: "Which files: pipeline or service.") var kind = Kind.pipeline
    @OptionGroup var stages: StageOptions

    func run() throws {
        let schema =
            switch kind {
            case .pipeline: try JSONSchema(pipelinesWith: stages.registry())
            case .service:
                JSONSchema(
                    title: "Linecaster service",
                    settings: ServiceConfiguration.firstLevel,
                    sections: ServiceConfiguration.sections,
                    lists: ServiceConfiguration.lists
                )
            }
        print(schema.json, terminator: "")
    }
}
