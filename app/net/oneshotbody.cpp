#include "net/oneshotbody.h"

#include <algorithm>
#include <cstring>

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *into, qint64 atMost)
{
    const qint64 count = std::min<qint64>(atMost, m_bytes.size() - m_read);
    if (count == 0)
        return -1;
    std::memcpy(into, m_bytes.constData() + m_read, size_t(count));
    m_read += count;
    return count;
}
