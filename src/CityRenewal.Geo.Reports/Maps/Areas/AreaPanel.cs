using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The column beside the map of an area: its key numbers, and what the rules say of it.</summary>
internal sealed class AreaPanel
{
    private const string Ink = "fill=\"#2b2b2b\"";
    private const string Grey = "fill=\"#6a665f\"";
    private const string Head = "fill=\"#5a1a6b\" font-weight=\"700\"";

    /// <summary>Pixels from side to side.</summary>
    public const double Width = 416;

    private readonly StringBuilder _svg = new();
    private readonly AreaNumbers _numbers;
    private readonly AreaFindings _findings;
    private readonly double _left;

    public AreaPanel(MeasuredPlan measured, int index, IEnumerable<Finding> findings, double left)
    {
        _left = left;
        _numbers = new AreaNumbers(measured, index);
        _findings = new AreaFindings(measured.Rules, [.. findings], _svg, left);
    }

    /// <summary>The findings whose place the map marks, with the number that both give them.</summary>
    public IReadOnlyList<(int Number, Finding Finding)> Marked => _findings.Marked;

    /// <summary>Writes the column from that height down, and tells where it ends.</summary>
    public double Write(StringBuilder svg, double top)
    {
        var text = new WrappedText(_svg, _left, Width) { Top = top };
        text.Write("主要指标 Key numbers", 15, Head);
        text.Top += 4;
        foreach (var (label, value) in _numbers.Rows())
        {
            Row(text, label, value);
        }

        foreach (var line in _numbers.Profile())
        {
            text.Write(line, 11.5, Ink);
        }

        if (_numbers.HasOpenValues)
        {
            text.Write("+ 含未知值,为已知部分合计 known part only: something that counts is unknown", 10.5, Grey);
        }

        text.Top += 12;
        text.Write("核对发现 Findings", 15, Head);
        _findings.Write(text);
        svg.Append(_svg);
        return text.Top;
    }

    private void Row(WrappedText text, string label, string value)
    {
        text.Write(label, 12, Ink);
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{_left + Width:0.#}\" y=\"{text.Top - 3.4:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"end\" ")
            .Append(CultureInfo.InvariantCulture, $"{Ink}>{XmlText.Of(value)}</text>")
            .Append(CultureInfo.InvariantCulture, $"<path d=\"M{_left:0.#} {text.Top + 1:0.#}h{Width:0.#}\" stroke=\"#e4e0d6\"/>");
        text.Top += 2;
    }
}
