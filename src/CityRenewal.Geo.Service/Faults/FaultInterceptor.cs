using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Stores;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>Turns exceptions into gRPC statuses with reason, field and remedy, in this one place.</summary>
internal sealed class FaultInterceptor(ILogger<FaultInterceptor> log) : Interceptor
{
    private const string Domain = "geo.cityrenewal";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Describe(fault);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, stream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Describe(fault);
        }
    }

    internal RpcException Describe(Exception fault) => fault switch
    {
        BadRequestException bad => Status(Code.InvalidArgument, "BAD_REQUEST", fault.Message, Fields(bad.Problems)),
        ProposalOptionsException options => Status(Code.InvalidArgument, "BAD_OPTIONS", fault.Message, Fields(
            [.. options.Problems.Select(problem => new FieldProblem($"options.{problem.Field}", problem.Said))])),
        NoSuchRulePackException => Status(Code.NotFound, "NO_SUCH_RULE_PACK", fault.Message),
        NoSuchCityException => Status(Code.NotFound, "NO_SUCH_CITY", fault.Message),
        NoSuchLayerException => Status(Code.NotFound, "NO_SUCH_LAYER", fault.Message),
        NoTilesException => Status(Code.FailedPrecondition, "NO_PLACE_ON_EARTH", fault.Message),
        OperationCanceledException => Status(Code.Cancelled, "CANCELLED", "The caller ended the call; nothing was stored."),
        StoreException => Status(Code.FailedPrecondition, "CITY_NOT_READABLE", fault.Message),
        _ => Internal(fault),
    };

    private RpcException Internal(Exception fault)
    {
        // The caller learns nothing of our insides; the log keeps them.
        log.LogError(fault, "a call failed");
        return Status(Code.Internal, "INTERNAL", "The service failed on this request; its log says more. Please report it.");
    }

    private static BadRequest Fields(IReadOnlyList<FieldProblem> problems)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(problems.Select(problem =>
            new BadRequest.Types.FieldViolation { Field = problem.Field, Description = problem.Message }));
        return details;
    }

    private static RpcException Status(Code code, string reason, string message, params IMessage[] details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }));
        status.Details.AddRange(details.Select(Any.Pack));
        return status.ToRpcException();
    }
}
