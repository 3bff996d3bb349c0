using System.Security.Cryptography;
using CityRenewal.Geo.Register;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>Turns a register and its sums into messages.</summary>
internal static class RegisterMessages
{
    /// <summary>An entry, without the demolition of others on its land.</summary>
    public static V1.RegisterEntry ToMessage(string city, RegisterEntry entry, AreaBaseline? baseline)
    {
        var message = new V1.RegisterEntry
        {
            Name = RegisterNames.Of(city, entry.Id),
            Id = entry.Id,
            Kind = KindOf(entry.Kind),
            Area = RegisterNames.Of(city, entry.Area),
            Title = entry.Name,
            Category = entry.Category,
            Phase = entry.Phase,
            State = StateOf(entry.State),
            LandM2 = entry.LandM2,
            HasDisposition = entry.HasDisposition,
            BaselineDate = baseline is null ? null : Dates.ToMessage(baseline.Date),
        };
        if (entry.FiscalCoefficient is { } coefficient)
        {
            message.FiscalCoefficient = coefficient;
        }

        message.Parcels.AddRange(entry.Parcels.Select(parcel => parcel.Id).Order(StringComparer.Ordinal));
        message.History.AddRange(entry.History
            .Select(step => new V1.RegisterStep { State = StateOf(step.State), Date = Dates.ToMessage(step.Date), Document = step.Document }));
        message.Demolitions.AddRange(entry.Claims
            .Select(claim => new V1.DemolitionClaim { Building = claim.Building, ElectiveShare = claim.Elective, ExemptShare = claim.Exempt }));
        message.Etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(message.ToByteArray()))[..16]}\"";
        return message;
    }

    /// <summary>A row of a roll-up.</summary>
    public static V1.RegisterSum ToMessage(RollUpRow row, string title)
    {
        var message = new V1.RegisterSum
        {
            Unit = row.Unit,
            UnitTitle = title,
            Kind = KindOf(row.Kind),
            Entries = row.Entries,
            LandM2 = row.Numbers.LandM2,
            Buildings = row.Numbers.Buildings,
            FloorAreaM2 = ToMessage(row.Numbers.FloorAreaM2),
            Households = ToMessage(row.Numbers.Households),
            People = ToMessage(row.Numbers.People),
        };
        message.States.AddRange(RegisterStates.All.Select(state => new V1.RegisterStateCount { State = StateOf(state), Entries = row.Counts[(int)state] }));
        return message;
    }

    /// <summary>The factors of a project.</summary>
    public static V1.FundingFactors ToMessage(string city, FundingFactors factors)
    {
        var message = new V1.FundingFactors
        {
            Entry = RegisterNames.Of(city, factors.Project.Id),
            Title = factors.Project.Name,
            FloorAreaM2 = ToMessage(factors.FloorAreaM2),
            Buildings = factors.Buildings,
            Households = ToMessage(factors.Households),
            People = ToMessage(factors.People),
            Label = FundingFactors.Label,
        };
        if (factors.Project.FiscalCoefficient is { } coefficient)
        {
            message.FiscalCoefficient = coefficient;
        }

        return message;
    }

    /// <summary>A state on the wire.</summary>
    public static V1.RegisterState StateOf(RegisterState state) => (V1.RegisterState)((int)state + 1);

    /// <summary>A state off the wire; null where none is said.</summary>
    public static RegisterState? StateOf(V1.RegisterState state) =>
        Enum.IsDefined(state) && state != V1.RegisterState.Unspecified ? (RegisterState)((int)state - 1) : null;

    /// <summary>A kind on the wire.</summary>
    public static V1.RegisterKind KindOf(RegisterKind kind) => kind == RegisterKind.Project ? V1.RegisterKind.Project : V1.RegisterKind.Area;

    private static V1.KnownSum ToMessage(KnownSum sum) => new() { Value = sum.Value, Unknown = sum.Unknown };
}
