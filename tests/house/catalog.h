#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// One message of a .ts catalog.
struct CatalogMessage
{
    QString context;
    QString source;
    QString disambiguation;
    bool plural = false; ///< one translation a plural form
    bool finished = false;
    QStringList translations;

    /// What makes the message one and the same in two catalogs.
    [[nodiscard]] QString key() const;
};

struct Catalog
{
    QString language;
    QList<CatalogMessage> messages;
    QString error; ///< empty when the file could be read
};

[[nodiscard]] Catalog readCatalog(const QByteArray &ts);

/// What is wrong with the translation of one message, a sentence each; empty when it is good.
[[nodiscard]] QStringList flawsOf(const CatalogMessage &message);
