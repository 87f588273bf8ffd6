import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection, over which requests come one after the other.
struct StatusConnection {
    typealias Channel = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    /// So many are open at once; more are closed.
    static let most = 32
    /// How long a connection may say nothing.
    private static let idleTime = TimeAmount.seconds(60)
    /// No request needs a body; so many bytes of one are read past.
    private static let mostBody = 1 << 16

    let channel: Channel
    let answers: StatusAnswers

    /// Has a new connection speak HTTP/1.1.
    @Sendable static func prepare(_ channel: any NIOCore.Channel) -> EventLoopFuture<Channel> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: idleTime))
            try channel.pipeline.syncOperations.addHandler(IdleCloser())
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
            return try Channel(wrappingChannelSynchronously: channel)
        }
    }

    /// Answers until either side has had enough. A connection that breaks is nobody's concern.
    func serve() async {
        try? await channel.executeThenClose { parts, out in
            var request: HTTPRequestHead?
            var bodyBytes = 0
            for try await part in parts {
                switch part {
                case .head(let head): (request, bodyBytes) = (head, 0)
                case .body(let bytes):
                    bodyBytes += bytes.readableBytes
                    if bodyBytes > Self.mostBody { return }
                case .end:
                    guard let head = request else { return }
                    try await answer(head, out)
                    if !head.isKeepAlive { return }
                }
            }
        }
    }

    private func answer(_ head: HTTPRequestHead, _ out: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>) async throws {
        let response = await answers.answer(to: StatusRequest(head))
        var headers = HTTPHeaders(response.headers)
        headers.add(name: "Content-Length", value: "\(response.body.count)")
        if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
        try await out.write(.head(HTTPResponseHead(version: head.version, status: response.status, headers: headers)))
        // The answer to HEAD is that to GET without its body. Source: RFC 9110, 9.3.2.
        if head.method != .HEAD { try await out.write(.body(.byteBuffer(ByteBuffer(bytes: response.body)))) }
        try await out.write(.end(nil))
    }
}

/// Closes a connection that says nothing for long.
private final class IdleCloser: ChannelInboundHandler {
    typealias InboundIn = NIOAny

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) } else { context.fireUserInboundEventTriggered(event) }
    }
}
