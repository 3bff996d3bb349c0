using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Turns rule packs into their messages.</summary>
internal static class RulePackMessages
{
    /// <summary>A pack without rules and parameters, for lists.</summary>
    public static V1.RulePack ToSummary(RulePack pack)
    {
        var message = new V1.RulePack
        {
            Name = $"rulePacks/{pack.Id}",
            Version = pack.Version,
            Title = pack.Title,
            TitleChinese = pack.TitleChinese,
            Hash = pack.Hash,
            Draft = pack.IsDraft,
        };
        message.Extends.AddRange(pack.Extends.Select(id => $"rulePacks/{id}"));
        return message;
    }

    /// <summary>A pack with all that it holds.</summary>
    public static V1.RulePack ToMessage(RulePack pack)
    {
        var message = ToSummary(pack);
        message.Parameters.AddRange(pack.Parameters.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(ToMessage));
        message.Rules.AddRange(pack.Rules.Select(rule => ToMessage(rule, pack)));
        message.Monitored.AddRange(pack.Monitored.Select(indicator => new V1.MonitoredIndicator
        {
            Id = indicator.Id,
            Title = indicator.Title,
            TitleChinese = indicator.TitleChinese,
            Citation = CitationOf(indicator.Citation, pack),
        }));
        return message;
    }

    /// <summary>Where a rule is written.</summary>
    public static V1.Citation CitationOf(Citation citation, RulePack pack)
    {
        var source = pack.Sources.First(source => source.Id == citation.Source);
        return new V1.Citation
        {
            Title = source.Title,
            Number = source.Number,
            Date = source.Date,
            Clause = citation.Clause,
            Address = source.Address,
        };
    }

    /// <summary>Something that is taken for granted.</summary>
    public static V1.Assumption ToMessage(PackAssumption assumption) =>
        new() { Text = assumption.Text, TextChinese = assumption.TextChinese };

    private static V1.RuleParameter ToMessage(PackParameter parameter)
    {
        var message = new V1.RuleParameter
        {
            Name = parameter.Name,
            Title = parameter.Title,
            TitleChinese = parameter.TitleChinese,
            Unit = FindingMessages.WordOf(parameter.Unit),
            Assumed = parameter.IsAssumed,
        };
        if (parameter.Value is { } value)
        {
            message.Value = value;
        }

        return message;
    }

    private static V1.RulePackRule ToMessage(PackRule rule, RulePack pack)
    {
        var message = new V1.RulePackRule
        {
            Id = rule.Id,
            Title = rule.Title,
            TitleChinese = rule.TitleChinese,
            Strength = FindingMessages.StrengthOf(rule),
            Citation = CitationOf(rule.Citation, pack),
            Part = rule.IsPart,
            Consent = rule.Consent is { } consent ? ToMessage(consent) : null,
        };
        message.Parameters.AddRange(rule.Test.Parameters.Distinct());
        message.Assumptions.AddRange(rule.Assumptions.Select(ToMessage));
        return message;
    }
}
