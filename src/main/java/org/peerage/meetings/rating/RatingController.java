package org.peerage.meetings.rating;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
            SealedInput sealed) {
        var page = ratings.rate(new MeetingId(id), new ItemId(item), score, request, sealed.puts());
        var view = new ModelAndView("meetings/rating/rating", "page", page);
        view.setStatus(page.wrong() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
