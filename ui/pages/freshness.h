#pragma once

#include "clients/controllerlink.h"

#include <QTimer>
#include <QWidget>

class Gatehouse;
class IconButton;
class TextLabel;

/// Says how old the picture is ("3 s ago") and asks for a newer one. With several controllers the
/// oldest answer counts, so it never looks fresher than it is.
class Freshness : public QWidget
{
    Q_OBJECT

public:
    explicit Freshness(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Empty: all controllers.
    void setScope(const QString &controllerId, const QString &siteId);

    /// Asks the controllers in scope again, soon.
    void refresh();

private:
    void review();
    [[nodiscard]] QList<ControllerLink *> links() const;
    [[nodiscard]] QString sentence() const;

    Gatehouse &m_gatehouse;
    QString m_controllerId;
    QString m_siteId;
    TextLabel *m_text;
    IconButton *m_button;
    QTimer m_second;
};
