#include "net/h2session.h"

#include <QPointer>
#include <QSslSocket>
#include <QTimer>

#include <nghttp2/nghttp2.h>

#include <algorithm>
#include <map>

namespace {

/// A reply as frames take it: its head parsed, its body handed out by and by.
struct Outgoing
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qsizetype sent = 0;
};

Outgoing asFrames(const QByteArray &reply)
{
    const qsizetype headEnd = reply.indexOf("\r\n\r\n");
    Outgoing outgoing;
    outgoing.body = reply.mid(headEnd + 4);
    QByteArrayList lines = reply.left(headEnd).split('\n');
    outgoing.headers.append({":status", lines.takeFirst().split(' ').value(1)});
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        outgoing.headers.append(
            {line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    return outgoing;
}

QByteArray bytesOf(const uint8_t *bytes, size_t length)
{
    return {reinterpret_cast<const char *>(bytes), qsizetype(length)};
}

} // namespace

class H2Session::Private : public QObject
{
public:
    Private(QSslSocket *connection, Answerer answering, int lastingFor)
        : socket(connection)
        , answerer(std::move(answering))
        , requestsLeft(lastingFor)
        , isLimited(lastingFor > 0)
    {
        nghttp2_session_callbacks *callbacks = nullptr;
        nghttp2_session_callbacks_new(&callbacks);
        nghttp2_session_callbacks_set_on_header_callback(callbacks, &Private::headerCame);
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, &Private::frameCame);
        nghttp2_session_server_new(&session, callbacks, this);
        nghttp2_session_callbacks_del(callbacks);
        nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, nullptr, 0);
        flush();
    }
    ~Private() override { nghttp2_session_del(session); }
    Q_DISABLE_COPY_MOVE(Private)

    void flush()
    {
        const uint8_t *data = nullptr;
        while (const ssize_t length = nghttp2_session_mem_send(session, &data)) {
            if (length < 0)
                return socket->abort();
            socket->write(reinterpret_cast<const char *>(data), length);
        }
    }

    static int headerCame(nghttp2_session *, const nghttp2_frame *frame, const uint8_t *name,
        size_t nameLength, const uint8_t *value, size_t valueLength, uint8_t, void *self)
    {
        auto &heads = static_cast<Private *>(self)->heads;
        heads[frame->hd.stream_id].append({bytesOf(name, nameLength), bytesOf(value, valueLength)});
        return 0;
    }

    static int frameCame(nghttp2_session *, const nghttp2_frame *frame, void *self)
    {
        const bool ends = (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
        if (ends && (frame->hd.type == NGHTTP2_HEADERS || frame->hd.type == NGHTTP2_DATA))
            static_cast<Private *>(self)->answer(frame->hd.stream_id);
        return 0;
    }

    void answer(int stream)
    {
        TlsLoopback::Seen seen;
        QByteArray method;
        QByteArray path;
        QByteArray rest;
        for (const auto &[name, value] : heads[stream]) {
            if (name == ":method")
                method = value;
            else if (name == ":path")
                path = value;
            else if (!name.startsWith(':'))
                rest += name + ": " + value + "\r\n";
        }
        heads.erase(stream);
        seen.head = method + ' ' + path + " HTTP/2\r\n" + rest;
        const TlsLoopback::Answer answer = answerer(seen);
        if (isLimited && --requestsLeft == 0)
            nghttp2_submit_goaway(session, NGHTTP2_FLAG_NONE, stream, NGHTTP2_NO_ERROR, nullptr, 0);
        if (answer.hangUp && answer.bytes.isEmpty()) {
            hangsUp = true;
            return;
        }
        const auto wait = answer.bytes.isEmpty() ? answer.pause : std::chrono::milliseconds(0);
        QByteArray whole = answer.bytes + answer.later.join();
        if (whole.isEmpty())
            return;
        if (wait.count() == 0)
            return submit(stream, whole);
        QTimer::singleShot(wait, this, [this, stream, whole] {
            submit(stream, whole);
            flush();
        });
    }

    void submit(int stream, const QByteArray &reply)
    {
        Outgoing &out = outgoing[stream] = asFrames(reply);
        QList<nghttp2_nv> headers;
        for (auto &[name, value] : out.headers)
            headers.append({reinterpret_cast<uint8_t *>(name.data()),
                reinterpret_cast<uint8_t *>(value.data()), size_t(name.size()),
                size_t(value.size()), NGHTTP2_NV_FLAG_NONE});
        nghttp2_data_provider body{};
        body.source.ptr = &out;
        body.read_callback = &Private::readBody;
        nghttp2_submit_response(session, stream, headers.data(), size_t(headers.size()), &body);
    }

    static ssize_t readBody(nghttp2_session *, int32_t, uint8_t *into, size_t atMost,
        uint32_t *flags, nghttp2_data_source *source, void *)
    {
        auto &out = *static_cast<Outgoing *>(source->ptr);
        const qsizetype count = std::min(qsizetype(atMost), out.body.size() - out.sent);
        std::copy_n(out.body.constData() + out.sent, count, into);
        out.sent += count;
        if (out.sent == out.body.size())
            *flags |= NGHTTP2_DATA_FLAG_EOF;
        return count;
    }

    QSslSocket *socket;
    Answerer answerer;
    nghttp2_session *session = nullptr;
    std::map<int, QList<std::pair<QByteArray, QByteArray>>> heads;
    std::map<int, Outgoing> outgoing;
    int requestsLeft;
    bool isLimited;
    bool hangsUp = false;
};

H2Session::H2Session(QSslSocket *socket, Answerer answerer, int lastingFor)
    : m_d(std::make_unique<Private>(socket, std::move(answerer), lastingFor))
{
}

H2Session::~H2Session() = default;

void H2Session::feed(const QByteArray &bytes)
{
    const auto *data = reinterpret_cast<const uint8_t *>(bytes.constData());
    const bool broken = nghttp2_session_mem_recv(m_d->session, data, size_t(bytes.size())) < 0;
    QSslSocket *socket = m_d->socket; // with its end goes this session
    if (broken || m_d->hangsUp)
        return socket->abort();
    m_d->flush();
    // Who takes no more requests hangs up when the last one is answered.
    if (nghttp2_session_want_read(m_d->session) == 0
        && nghttp2_session_want_write(m_d->session) == 0)
        socket->disconnectFromHost();
}

bool H2Session::begins(const QByteArray &bytes)
{
    return bytes.startsWith("PRI * HTTP/2.0");
}
