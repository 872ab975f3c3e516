#pragma once

#include <QLineEdit>

/// A line edit with a magnifying glass and a button to clear it. Escape clears it; when it is empty
/// already, Escape goes on to whoever wants it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// name is the accessible one, such as "Search clients".
    SearchField(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Arrow down: the person wants to go on into the list.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};
