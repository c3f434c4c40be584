package org.peerage.meetings.rating;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedPut;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What a member says at the end of a meeting, answered with the part of the stage that asked.
@Controller
class RatingController {

    private final Ratings ratings;

    RatingController(Ratings ratings) {
        this.ratings = ratings;
    }

    @PostMapping("/meetings/{id}/rating")
    ModelAndView rate(
            @PathVariable UUID id,
            @RequestParam UUID item,
            @RequestParam UUID request,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(defaultValue = "") String sealed) {
        var page = ratings.rate(new MeetingId(id), new ItemId(item), score, request, puts(sealed));
        var view = new ModelAndView("meetings/rating/rating", "page", page);
        view.setStatus(page.wrong() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static List<SealedPut> puts(String sealed) {
        return sealed.isEmpty()
                ? List.of()
                : SealedPut.parse(sealed).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
