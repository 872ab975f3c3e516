#pragma once

#include "net/namchannel.h"

/// Opens real channels.
class NamChannelFactory final : public ChannelFactory
{
public:
    [[nodiscard]] HttpChannel *open(
        const QUrl &baseUrl, const QByteArray &pinnedSha256, QObject *parent) override
    {
        return new NamChannel(baseUrl, pinnedSha256, parent);
    }
};
