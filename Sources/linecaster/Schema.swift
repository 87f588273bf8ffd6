import ArgumentParser
import LinecasterEngine
import LinecasterService

/// `linecaster schema`: JSON Schema for editors.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of pipeline files, of service files, or of the messages of programs."
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable { case pipeline, service, program }

    @Argument(help: "Which: pipeline or service files, or the messages of a program that does a stage.") var kind = Kind.pipeline
    @OptionGroup var stages: StageOptions

    func run() throws {
        let json =
            switch kind {
            case .pipeline: JSONSchema(pipelinesWith: try stages.registry()).json
            case .service:
                JSONSchema(
                    title: "Linecaster service",
                    settings: ServiceConfiguration.firstLevel,
                    sections: ServiceConfiguration.sections,
                    lists: ServiceConfiguration.lists
                ).json
            case .program: JSONSchema.programMessages
            }
        print(json, terminator: "")
    }
}
