import LinecasterKit

/// A step of a pipeline that a program does.
struct ProgramStage: ArticleProcessor {
    private let program: Program
    private let configuration: Int
    private let layers: [String]

    /// Describes a program's stage as if it were built in.
    static func descriptor(_ program: Program) -> StageDescriptor {
        let description = program.pool.description
        let options = description.options ?? []
        return StageDescriptor(manifest: description.manifest, settings: options.map(\.description)) { node, diagnostics in
            guard let values = options.read(from: node, into: &diagnostics) else { return nil }
            do throws(StageError) {
                return try ProgramStage(program, values)
            } catch {
                diagnostics.append(Diagnostic(error.description, at: node?.position))
                return nil
            }
        }
    }

    private init(_ program: Program, _ options: [String: JSONValue]) throws(StageError) {
        self.program = program
        configuration = try program.pool.configure(options)
        layers = (program.pool.description.requires ?? []).flatMap(\.names)
    }

    var waitingTime: Duration { program.pool.waitingTime }

    func process(_ article: Article) async throws(StageError) -> Changes {
        let id = ArticleInWork.id ?? String(article.source.sha256.prefix(16))
        let line = ProgramMessage.article(article, id: id, configuration: configuration, layers: layers)
        return try await program.pool.answer(to: line, id: id, configuration: configuration).changes(to: article)
    }
}

/// A program for as long as anybody needs it: a pipeline with a step of it, or the host.
final class Program: Sendable {
    let pool: ProgramPool
    init(_ pool: ProgramPool) { self.pool = pool }
    // The copies' threads keep the pool itself.
    deinit { pool.beginToStop() }
}

/// The article that a task works on, by the name that logs know it by.
public enum ArticleInWork {
    @TaskLocal public static var id: String?
}
