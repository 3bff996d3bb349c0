using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Turns findings into their messages.</summary>
internal static class FindingMessages
{
    /// <summary>A finding with everything that it rests on.</summary>
    public static V1.Finding ToMessage(Finding finding, RulePack pack, City city)
    {
        var judgement = finding.Judgement;
        var message = new V1.Finding
        {
            Area = finding.Area,
            Project = finding.Project ?? "",
            Rule = finding.Rule.Id,
            Title = finding.Rule.Title,
            TitleChinese = finding.Rule.TitleChinese,
            Strength = StrengthOf(finding.Rule),
            Verdict = VerdictOf(finding.Verdict),
            Wording = finding.Wording,
            WordingChinese = finding.WordingChinese,
            Measured = MeasureMessages.ToMessage(finding.Rule.Id, judgement.Measured),
            Sense = (V1.LimitSense)((int)judgement.Sense + (judgement.IsStrict ? 3 : 1)),
            Unit = WordOf(judgement.Unit),
            Citation = RulePackMessages.CitationOf(finding.Rule.Citation, pack),
            Evidence = EvidenceMessages.ToMessage(judgement.Evidence, city),
            WhyNotCode = judgement.WhyNot?.Code ?? "",
            WhyNot = judgement.WhyNot?.Text ?? "",
            WhyNotChinese = judgement.WhyNot?.TextChinese ?? "",
        };
        if (judgement.Limit is { } limit)
        {
            message.Limit = limit;
        }

        message.Sources.AddRange(finding.Sources.Select(EvidenceMessages.ToMessage));
        message.Members.AddRange(judgement.Members.Select(member => ToMessage(member, city)));
        message.Assumptions.AddRange(finding.Assumptions.Select(RulePackMessages.ToMessage));
        message.Readings.AddRange(judgement.Readings.Select(reading => new V1.Reading
        {
            Id = reading.Id,
            Verdict = VerdictOf(reading.Verdict),
            Measured = MeasureMessages.ToMessage(reading.Id, reading.Measured),
        }));
        return message;
    }

    /// <summary>The word of a unit on the wire.</summary>
    public static string WordOf(RuleUnit unit) => unit switch
    {
        RuleUnit.SquareMetre => "m2",
        RuleUnit.Metre => "m",
        RuleUnit.Year => "years",
        RuleUnit.Count => "count",
        RuleUnit.PerHectare => "per_ha",
        _ => "ratio",
    };

    /// <summary>How strictly a rule binds.</summary>
    public static V1.RuleStrength StrengthOf(PackRule rule) => (V1.RuleStrength)((int)rule.Strength + 1);

    /// <summary>A verdict on the wire; unspecified where a rule is not applicable.</summary>
    public static V1.Verdict VerdictOf(Verdict? verdict) =>
        verdict is { } known ? (V1.Verdict)((int)known + 1) : V1.Verdict.Unspecified;

    private static V1.MemberFinding ToMessage(MemberResult member, City city)
    {
        var message = new V1.MemberFinding
        {
            Rule = member.Rule.Id,
            Verdict = VerdictOf(member.Judgement.Verdict),
            Measured = MeasureMessages.ToMessage(member.Rule.Id, member.Judgement.Measured),
            Evidence = EvidenceMessages.ToMessage(member.Judgement.Evidence, city),
        };
        if (member.Judgement.Limit is { } limit)
        {
            message.Limit = limit;
        }

        return message;
    }
}
