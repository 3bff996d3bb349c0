using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Repairs;

namespace CityRenewal.Geo.Service.Rpc.Repairs;

/// <summary>Turns repairs of areas into messages.</summary>
internal static class RepairMessages
{
    /// <summary>A repair with the review of its change, null where there is none.</summary>
    public static V1.AreaRepair ToMessage(AreaRepair repair, RepairCheck? check)
    {
        var message = new V1.AreaRepair
        {
            Area = repair.Before.Area.Id, IsNeeded = repair.IsNeeded, Together = ToMessage(repair.Together), IsMade = check is { Holds: true },
        };
        message.Rules.AddRange(repair.Rules.Select(ToMessage));
        message.Faults.AddRange(check?.Faults ?? []);
        message.BeyondLand.AddRange(repair.Beyond.Select(open => new V1.BeyondRepair
        {
            Rule = open.Finding.Rule.Id,
            Project = open.Finding.Project ?? "",
            Verdict = FindingMessages.VerdictOf(open.Finding.Verdict),
            Text = open.Text,
            TextChinese = open.TextChinese,
        }));
        return message;
    }

    private static V1.RuleRepair ToMessage(RuleRepair rule)
    {
        var judgement = rule.Finding.Judgement;
        var message = new V1.RuleRepair
        {
            Rule = rule.Finding.Rule.Id,
            Project = rule.Finding.Project ?? "",
            Unit = FindingMessages.WordOf(judgement.Unit),
            Change = ToMessage(rule.Change),
            VerdictAfter = FindingMessages.VerdictOf(rule.After),
        };
        if (judgement.Measured.Value is { } measured)
        {
            message.Measured = measured;
        }

        if (judgement.Limit is { } limit)
        {
            message.Limit = limit;
        }

        return message;
    }

    private static V1.RepairChange? ToMessage(RepairChange? change)
    {
        if (change is null)
        {
            return null;
        }

        var message = new V1.RepairChange
        {
            LandInM2 = change.LandInM2,
            LandOutM2 = change.LandOutM2,
            FloorAreaKeptM2 = change.FloorAreaKeptM2,
            BenefitChangeM2 = change.BenefitChangeM2,
            ObjectiveChangeM2 = change.ObjectiveChangeM2,
            IsProvenLeast = change.IsLeast,
            AreasJudged = change.Tried,
        };
        message.ParcelsIn.AddRange(change.ParcelsIn);
        message.ParcelsOut.AddRange(change.ParcelsOut);
        message.DemolitionsGivenUp.AddRange(change.Kept);
        message.KeptOnLandIn.AddRange(change.KeptOnLandIn);
        return message;
    }
}
