# The table of a list of lines; README.md says what is in them.

def padded($width): tostring | . + " " * ([$width - length, 0] | max);
def pushed($width): tostring | " " * ([$width - length, 0] | max) + .;

def digits:
    if . == null then "" elif . >= 100 then round elif . >= 10 then . * 10 | round / 10
    elif . >= 0.1 then . * 100 | round / 100 else . * 10000 | round / 10000 end;

def target:
    if .atMost then "at most \(.atMost | digits)" elif .atLeast then "at least \(.atLeast | digits)" else "" end;

def verdict:
    if .held == null then "" elif .held then "held" else "NOT HELD" end + if .repeated then " (2nd run)" else "" end;

def line($goal; $what; $ours; $unit; $yardstick; $theirs; $ratio; $target; $verdict):
    [($goal | padded(4)), ($what | padded(46)), ($ours | pushed(9)), ($unit | padded(9)), ($yardstick | padded(44)),
        ($theirs | pushed(9)), ($ratio | pushed(24)), ($target | padded(13)), $verdict]
    | join("  ") | sub(" +$"; "");

def row:
    line(.goal; .what; .figure[1]? | digits; .unit // ""; .yardstick // ""; .yardstickFigure[1]? | digits;
        if .ratio then .ratio | map(digits) | join(" / ") else "" end; target; verdict);

def number: .goal | capture("(?<number>[0-9]+)(?<letter>.*)") | [(.number | tonumber), .letter];

def miss:
    "\(.goal): \(.what): "
    + if .ratio == null then "no figure"
        else "\(.ratio[1] | digits), \(target), missed by "
            + "\((if .atMost then .ratio[1] / .atMost else .atLeast / .ratio[1] end - 1) * 100 | ceil) %" end;

sort_by(number)
| line("goal"; "what"; "median"; "unit"; "yardstick"; "median"; "ratio min / median / max"; "target"; ""),
    (.[] | row),
    "",
    (map(select(.held == false)) | if length == 0 then "No target is missed." else .[] | miss end)
