using System.Globalization;
using System.Text;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>Everything that a session shows, to the last bit.</summary>
internal static class EditDump
{
    public static string Of(EditSession session)
    {
        var text = new StringBuilder();
        foreach (var area in session.Areas)
        {
            Write(text, area);
        }

        return text.Append(CultureInfo.InvariantCulture, $"objective {session.Objective:R}").ToString();
    }

    /// <summary>One area, with its streets by where they lie and not by their numbers.</summary>
    public static string Of(EditedArea area, Func<int, string> nameOf)
    {
        var text = new StringBuilder();
        Write(text, area, nameOf);
        return text.ToString();
    }

    private static void Write(StringBuilder text, EditedArea area, Func<int, string>? nameOf = null)
    {
        var culture = CultureInfo.InvariantCulture;
        var it = area.Area;
        var streets = it.StreetFaces.Select(face => nameOf?.Invoke(face) ?? $"{face}");
        text.Append(culture, $"{it.Id} unit {it.Unit} parcels {string.Join(' ', it.Parcels)} streets {string.Join(' ', nameOf is null ? streets : streets.Order(StringComparer.Ordinal))}\n");
        text.Append(culture, $"{it.GrossArea:R} {it.NetArea:R} {it.Perimeter:R} {it.Benefit:R} {it.Need:R} {it.NeedKnownShare:R} {it.NewFloorArea:R} {area.Value:R}\n");
        text.Append(culture, $"outline {string.Join(' ', it.Outline.X.ToArray())} / {string.Join(' ', it.Outline.Y.ToArray())}\n");
        it.Dispositions.ToList().ForEach(proposed => text.Append(culture, $"{proposed}\n"));
        foreach (var (name, value) in area.Measures.All)
        {
            text.Append(culture, $"{name.Wire} {value.Value:R} {value.Low:R} {value.High:R} {value.State} {value.WhyNot?.Code}\n");
        }

        foreach (var finding in area.Findings)
        {
            var judged = finding.Judgement;
            text.Append(culture, $"{finding.Area} {finding.Rule.Id} {judged.Verdict} {judged.Measured.Value:R} {judged.Measured.Low:R} {judged.Measured.High:R} {judged.Limit:R} {judged.WhyNot?.Code}\n");
            text.Append(culture, $"{judged.Evidence.Numerator:R} {judged.Evidence.Denominator:R} {string.Join(' ', judged.Evidence.Parcels)} {string.Join(' ', judged.Evidence.Buildings)} {string.Join(' ', judged.Evidence.Others)}\n");
        }

        area.Breaches.ToList().ForEach(breach => text.Append(culture, $"{breach.Check}: {breach.Text}\n"));
    }
}
