#include "ui/widgets/searchfield.h"

#include "ui/look/icons.h"

#include <QAction>
#include <QKeyEvent>

SearchField::SearchField(const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    setClearButtonEnabled(true);
    addAction(icons::icon(IconName::Search, Token::Ink2), QLineEdit::LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (event->key() == Qt::Key_Down)
        return Q_EMIT leftDownwards();
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        event->ignore();
}
