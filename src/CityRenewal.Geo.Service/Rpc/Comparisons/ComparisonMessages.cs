using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc.Comparisons;

/// <summary>Turns a comparison of two versions into its message.</summary>
internal static class ComparisonMessages
{
    public static V1.ComparePlansResponse ToMessage(PlanComparison comparison, City city)
    {
        var message = new V1.ComparePlansResponse
        {
            IsNothing = comparison.IsNothing,
            OldVersion = ToMessage(comparison.Old, city),
            NewVersion = ToMessage(comparison.New, city),
            DataVersion = city.DataVersion,
            Disclaimer = MeasuredPlan.Disclaimer,
        };
        message.Groups.AddRange(comparison.Groups.Select(ToMessage));
        message.ParcelsIn.AddRange(ToMessages(comparison.ParcelsIn, city));
        message.ParcelsOut.AddRange(ToMessages(comparison.ParcelsOut, city));
        message.ParcelsMoved.AddRange(ToMessages(comparison.ParcelsMoved, city));
        return message;
    }

    private static V1.ComparedVersion ToMessage(ComparedPlan plan, City city)
    {
        var message = new V1.ComparedVersion
        {
            Plan = plan.Name, DataVersion = plan.DataVersion, Rules = plan.Rules, Areas = plan.Areas.Count, AreaM2 = plan.Areas.Sum(area => area.AreaM2),
        };
        message.ParcelsUnderOtherIds.AddRange(plan.Descents.Select(descent =>
        {
            var descended = new V1.ParcelDescent { Parcel = descent.Id };
            descended.Now.AddRange(descent.Parcels.Select(row => city.Parcels.Ids[row]).Order(StringComparer.Ordinal));
            return descended;
        }));
        return message;
    }

    private static V1.ComparedGroup ToMessage(AreaGroup group)
    {
        var message = new V1.ComparedGroup { Kind = (V1.ComparedGroupKind)((int)group.Kind + 1), OldM2 = group.OldM2, NewM2 = group.NewM2 };
        message.OldAreas.AddRange(group.Old.Select(area => area.Id).Order(StringComparer.Ordinal));
        message.NewAreas.AddRange(group.New.Select(area => area.Id).Order(StringComparer.Ordinal));
        message.Links.AddRange(group.Links.Select(ToMessage));
        return message;
    }

    private static V1.ComparedLink ToMessage(AreaLink link)
    {
        var message = new V1.ComparedLink
        {
            OldArea = link.Old.Id, NewArea = link.New.Id, SharedM2 = link.SharedM2, GainedM2 = link.GainedM2, LostM2 = link.LostM2,
        };
        message.Numbers.AddRange(link.Numbers.Select(ToMessage));
        message.Verdicts.AddRange(link.Verdicts.Select(ToMessage));
        return message;
    }

    private static V1.ComparedNumber ToMessage(NumberChange change)
    {
        var message = new V1.ComparedNumber { Name = change.Name };
        if (change.Was is { } was)
        {
            message.OldValue = was;
        }

        if (change.Is is { } now)
        {
            message.NewValue = now;
        }

        return message;
    }

    private static V1.ComparedVerdict ToMessage(VerdictChange change)
    {
        var message = new V1.ComparedVerdict
        {
            Rule = change.Rule, Project = change.Project, OldVerdict = change.Was?.Verdict ?? "", NewVerdict = change.Is?.Verdict ?? "",
        };
        if (change.Was?.Measured is { } was)
        {
            message.OldMeasured = was;
        }

        if (change.Is?.Measured is { } now)
        {
            message.NewMeasured = now;
        }

        return message;
    }

    private static IEnumerable<V1.MovedParcel> ToMessages(IReadOnlyList<MovedParcel> moves, City city) =>
        moves.Select(move => new V1.MovedParcel { Parcel = city.Parcels.Ids[move.Parcel], OldArea = move.From?.Id ?? "", NewArea = move.To?.Id ?? "" })
            .OrderBy(move => move.Parcel, StringComparer.Ordinal);
}
