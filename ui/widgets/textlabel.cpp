#include "ui/widgets/textlabel.h"

TextLabel::TextLabel(const QString &text, TextRole role, Token ink, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(role));
    setInk(ink);
    setText(text);
}

void TextLabel::setInk(Token ink)
{
    setForegroundRole(Theme::roleOf(ink));
}

void TextLabel::wrap()
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}
