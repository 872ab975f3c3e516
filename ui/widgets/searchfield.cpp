#include "ui/widgets/searchfield.h"

#include "ui/look/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    addAction(icons::icon(IconName::Search, Token::Ink2), QLineEdit::LeadingPosition)
        ->setText(tr("Search"));
    setClearButtonEnabled(true);
    // Both are buttons to a screen reader, and Qt leaves the second without a name.
    if (auto *clearing = findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clearing->setText(tr("Clear"));
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
